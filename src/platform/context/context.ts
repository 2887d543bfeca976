import type { Connection } from '../database/connection.ts'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'

/** What every query and command is given first: who acts, on which day, in which database. */
export interface Context {
  actor: Actor
  clock: Clock
  database: Connection
  /** ISO day that the network calls today; facts that became known later are not seen. */
  today: string
}
