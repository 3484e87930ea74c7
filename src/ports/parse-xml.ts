/** How a page reads XML, for importing translations. */
export type { ParseXml, XmlElement } from '../domain/xml.ts';
