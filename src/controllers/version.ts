/** Version of this copy of the library; a test compares it with package.json. */
export const version = '0.1.0';
