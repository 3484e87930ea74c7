import { define } from '../tags.ts';
import { ChannelComposer } from './channel-composer.ts';

define('channel-composer', ChannelComposer);
