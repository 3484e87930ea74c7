export { build } from '../subjects/ours.fixture.js';
