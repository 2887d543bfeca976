import type { Connection } from '../database/connection.ts'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'

/** The first argument of every query and command: the actor, the day and the database. */
export interface Context {
  actor: Actor
  clock: Clock
  database: Connection
  /** ISO day that the network calls today; facts that became known later are not seen. */
  today: string
}
