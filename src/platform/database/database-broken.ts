/** The embedded database died, or will not open; the message says what to do. */
export class DatabaseBroken extends Error {}
