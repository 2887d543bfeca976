import type { MessageParameters } from './message-keys.generated.ts'

export type MessageKey = keyof MessageParameters

/** Looks up a message in one language; keys and parameters are checked by the compiler. */
export type Translate = <K extends MessageKey>(
  key: K,
  ...parameters: MessageParameters[K] extends undefined ? [] : [MessageParameters[K]]
) => string

/** Keys of messages that take no parameter: those that tables of keys may hold. */
export type PlainMessageKey = {
  [K in MessageKey]: MessageParameters[K] extends undefined ? K : never
}[MessageKey]
