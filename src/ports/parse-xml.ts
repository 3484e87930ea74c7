/** How a page reads XML, for importing translations. */
export type { XmlElement } from '../domain/xml.ts';
