export type RefusalReason =
  | 'notFound'
  | 'notAllowed'
  | 'tooLate'
  | 'taken'
  | 'wrongInput'
  | 'tooMany'
  | 'tooLarge'

const statusOf: Record<RefusalReason, number> = {
  notFound: 404,
  notAllowed: 403,
  tooLate: 410,
  taken: 409,
  wrongInput: 422,
  tooMany: 429,
  tooLarge: 413,
}

/** Something that a person may not or cannot do: shown as a translated page with a way on, never logged as a fault. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  readonly status: number

  constructor(reason: RefusalReason, detail = '') {
    super(detail || reason)
    this.reason = reason
    this.status = statusOf[reason]
  }
}

/** What one may not see does not exist: the same refusal for both. */
export function notFound(detail = ''): never {
  throw new Refusal('notFound', detail)
}

/** Refuses unless a policy allows. */
export function authorize(allowed: boolean, detail = ''): void {
  if (!allowed) throw new Refusal('notAllowed', detail)
}
