// Counted for each route and each place that requests come from. Beyond it the server says how long to wait.
const anHour = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 hour' } } })
const aMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })

/** Rate limits by place for requests that are expensive, or write to people: options of a route, named for what they protect. */
export const limits = {
  /** Mailboxes of people who take part in something: a member, or the holder of a link, does what a mail asks. */
  mail: anHour(60),
  /** Mailboxes of a whole side, or of many strangers at once. */
  mailing: anHour(20),
  /** Mailboxes of a few people; a secretariat may enter the answers of all members one after the other. */
  answers: anHour(120),
  /** The mailbox of any address that a visitor types in; forms that come back with errors count too. */
  visitors: anHour(30),
  /** Mailboxes of visitors where a whole office may use one address: people register for an event, or for the letter. */
  offices: anHour(60),
  /** People who look at corrections, and the mailbox of any address that is typed in. */
  corrections: anHour(10),
  /** The processor, for seconds a search; a publication writes to everybody. */
  searches: anHour(60),
  /** The database: all records of a network are read for one document. */
  downloads: aMinute(30),
  /** Thousands of addresses in each answer: crawlers ask for it once a day. */
  sitemaps: aMinute(20),
  /** Each point has a map of its own, and drawing one reads an atlas: a person who clicks asks for a few. */
  maps: aMinute(60),
  /** A person who types fast asks three times a second; a program that reads the directory has the API. */
  suggestions: aMinute(200),
  /** A person who types sends every two seconds, and a town hall has one address. */
  autosaves: aMinute(600),
  /** A program that watches asks once in a few seconds. */
  metrics: aMinute(60),
}
