import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context/context.ts'
import type { Reader } from '../i18n/reader.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'

/**
 * One kind of thing that waits for people, such as an expectation without an answer. What is open is kept as lines in a table; those of a
 * record are written again with every activity of it, in the same transaction.
 */
export interface ToDoSource {
  /** For good, since rows carry it: `partners.answer`. */
  kind: string
  /** What is asked for: « Une attente sans votre réponse ». */
  label: PlainMessageKey
  /** The words of its button: a verb. */
  action: PlainMessageKey
  /** The kinds of activities’ subjects after which its lines may be others. */
  subjects: readonly string[]
  /**
   * SQL that selects the open lines of a group, with these columns in this order: `record_id`; `waits_for` (`secretariat`,
   * `ofOrganisation`, `ofPerson`); `title`, jsonb of a text or a name in several languages; `path`, what follows the group in the address of
   * the page where it is done; `asker`, jsonb of the name of who waits, or null; `since`, the day; then days or null: `shows_on`, from
   * which it is shown, `due_on`, the last in time, `ends_on`, the last on which it can be done.
   */
  lines(networkId: string): RawBuilder<unknown>
  /** SQL that selects the ids of the records that activities touch, by those of their subjects; by default these themselves. */
  touched?(subjectIds: readonly string[]): RawBuilder<unknown>
  /** What is said besides of each of some lines, read when they are shown: how many readers a letter has. */
  note?(
    context: Context,
    networkId: string,
    recordIds: readonly string[],
  ): Promise<(reader: Reader, recordId: string) => string>
}

/** Chair and coordinators of the group. */
export const secretariat = 'secretariat'
/** The members who speak for an organisation. */
export const ofOrganisation = (column: string): RawBuilder<string> =>
  sql<string>`'organisation:' || ${sql.ref(column)}`
/** One person. */
export const ofPerson = (column: string): RawBuilder<string> => sql<string>`'person:' || ${sql.ref(column)}`
/** No day, for the columns of days that a source does not use. */
export const noDay: RawBuilder<null> = sql<null>`null::date`
