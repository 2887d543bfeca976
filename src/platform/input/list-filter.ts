import type { z } from 'zod'

/** One thing that a list may be narrowed by, or ordered: how it is read and written. `criteria.ts` has those that lists share. */
interface Criterion {
  /** What an address asks for under a name; an invalid value is left out, never an error. */
  read(query: unknown, name: string): unknown
  /** The value as an address has it; undefined or empty for the usual one. */
  write(value: unknown): string | string[] | undefined
  /** What a program may send: unlike in an address, an invalid value is refused. */
  schema(): z.ZodType
  /** The value of what a program has sent. */
  take(sent: unknown): unknown
}

type Criteria = Readonly<Record<string, Criterion>>

type Values<C extends Criteria> = { [N in keyof C]: ReturnType<C[N]['read']> }
type Written<C extends Criteria> = { [N in keyof C]: ReturnType<C[N]['write']> }
type Schemas<C extends Criteria> = {
  [N in keyof C]: C[N] extends { schema(): infer S extends z.ZodType } ? S : never
}
// Pages and programs ask for identical values.
type Alike<C extends Criteria> = {
  [N in keyof C]: {
    write(value: ReturnType<C[N]['read']>): ReturnType<C[N]['write']>
    take(sent: z.output<Schemas<C>[N]>): ReturnType<C[N]['read']>
  }
}

/** What a list may be narrowed by, under the names of its parameters and in their order. */
export interface ListFilter<C extends Criteria> {
  names: readonly string[]
  /** What the parameters of an address ask for. */
  read(query: unknown): Values<C>
  /** The parameters of an address for this filter; defaults are left out. */
  parameters(filter: Values<C>): Written<C>
  /** The shape of a program's parameters. */
  schema(): Schemas<C>
  /** What the checked parameters of a program ask for. */
  take(sent: z.output<z.ZodObject<Schemas<C>>>): Values<C>
}

/** What a list is narrowed to: `FilterOf<typeof cooperationFilter>`. */
export type FilterOf<L extends { read(query: unknown): unknown }> = ReturnType<L['read']>

/** Describes once what a list may be narrowed by; its type, reader, addresses, names and API follow. */
export function listFilter<C extends Criteria>(criteria: C & Alike<C>): ListFilter<C> {
  const entries = Object.entries<Criterion>(criteria)
  const each = <T>(make: (criterion: Criterion, name: string) => unknown): T => {
    const made: unknown = Object.fromEntries(
      entries.map(([name, criterion]) => [name, make(criterion, name)]),
    )
    return made as T
  }
  const valueIn = (values: unknown, name: string): unknown => Reflect.get(Object(values), name)
  return {
    names: entries.map(([name]) => name),
    read: (query) => each((criterion, name) => criterion.read(query, name)),
    parameters: (filter) => each((criterion, name) => criterion.write(valueIn(filter, name))),
    schema: () => each((criterion) => criterion.schema()),
    take: (sent) => each((criterion, name) => criterion.take(valueIn(sent, name))),
  }
}

/** Parameters of an address: one value, several, or none. */
export type AddressParameters = Record<string, string | string[] | undefined>

/** The parameters without one value. */
export function without<P extends AddressParameters>(parameters: P, name: string, value: string): P {
  const own = parameters[name]
  return { ...parameters, [name]: Array.isArray(own) ? own.filter((each) => each !== value) : undefined }
}
