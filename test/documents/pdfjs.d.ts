/** The part of PDF.js that works; importing it is enough, it then runs beside the rest instead of in a worker. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
