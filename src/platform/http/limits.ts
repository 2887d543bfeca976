// Counted for each route and each place that requests come from. Beyond it the server says how long to wait.
const anHour = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 hour' } } })
const aMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })

/** How often one place may ask for what is dear, or writes to people: options of a route, named for what they protect. */
export const limits = {
  /** Mailboxes of people who take part in something: a member, or somebody with a link, does what they are told of. */
  mail: anHour(60),
  /** Mailboxes of a whole side, or of many strangers at once. */
  mailing: anHour(20),
  /** Mailboxes of a few people; a secretariat may enter the answers of all members one after the other. */
  answers: anHour(120),
  /** The mailbox of whoever’s address a visitor types in; forms that come back with errors count too. */
  visitors: anHour(30),
  /** The same where a whole office may sit behind one address: people register for an event, or for the letter. */
  offices: anHour(60),
  /** Those who look at corrections, and the mailbox of whoever’s address is typed in. */
  corrections: anHour(10),
  /** The processor, for seconds a search; a publication writes to everybody. */
  searches: anHour(60),
  /** The database: all records of a network are read for one document. */
  downloads: aMinute(30),
  /** Thousands of addresses in each answer: crawlers ask for it once a day. */
  sitemaps: aMinute(20),
  /** A map is drawn anew for each place, and drawing reads an atlas: a person who clicks asks for a few. */
  maps: aMinute(60),
  /** Somebody who types fast asks three times a second; a program that reads the directory has the API. */
  suggestions: aMinute(200),
  /** Somebody who types sends every two seconds, and a town hall has one address. */
  autosaves: aMinute(600),
  /** A program that watches asks once in a few seconds. */
  metrics: aMinute(60),
}
