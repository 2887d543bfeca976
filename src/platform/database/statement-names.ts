import { digestOf } from '../context/secret-token.ts'

// Each stays prepared on every connection: what is asked all the time fits in, what is made up as it goes does not.
const mostNames = 200
const longestText = 20_000

/**
 * Gives statements names when they come again, so that a connection parses and plans each of them once. A name is made of the text:
 * behind a pooler a connection may hold the statements of another process, and one name never means two of them.
 */
export class StatementNames {
  #seenOnce = new Set<string>()
  readonly #names = new Map<string, string>()
  #areKept: boolean

  constructor(areKept = true) {
    this.#areKept = areKept
  }

  /** False where a pooler loses them: from then on none is given. */
  get areKept(): boolean {
    return this.#areKept
  }

  giveUp(): void {
    this.#areKept = false
  }

  /** The name of a statement; none for the first time it is seen, for a very long one, or when there are too many. */
  nameOf(text: string): string | undefined {
    if (!this.#areKept) return undefined
    const known = this.#names.get(text)
    if (known || text.length > longestText || this.#names.size === mostNames) return known
    if (this.#seenOnce.has(text)) {
      this.#seenOnce.delete(text)
      const name = `entente_${digestOf(text).slice(0, 32)}`
      this.#names.set(text, name)
      return name
    }
    if (this.#seenOnce.size > mostNames) this.#seenOnce.clear()
    this.#seenOnce.add(text)
    return undefined
  }
}

/** Whether a statement failed because its name is unknown on the connection that it reached, or taken there by another process. */
export function lostItsName(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '26000' || error.code === '42P05')
}
