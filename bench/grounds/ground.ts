/** What a database holds: directory and demonstration alone, or ten thousand cooperations, ten thousand events or many bodies more. */
export const contents = ['plain', 'network', 'agenda', 'organisations', 'large'] as const
export type Contents = (typeof contents)[number]

export const networkSize = 10_000
export const agendaSize = 10_000
export const organisationCounts = { organisations: 100_000, large: 1_000_000 } as const

/** The settings that open a database, as environment variables. */
export type Environment = Record<string, string>

/** One kind of database, and how a new one is made from another. */
export interface Ground {
  /** `embedded`, `PostgreSQL 17`. */
  name: string
  /** Settings of a database under a name, there or not. */
  environment(name: string): Environment
  isThere(name: string): Promise<boolean>
  /** Makes an empty one, or a copy of another, and replaces what is there. */
  create(name: string): Promise<void>
  copy(from: string, to: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(name: string): Promise<void>
  /** Says of everything in it that it has changed, where another process than its server can. */
  change?(name: string): Promise<void>
}
