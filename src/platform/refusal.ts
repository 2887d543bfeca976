export type RefusalReason =
  | 'malformed'
  | 'notSignedIn'
  | 'notFound'
  | 'notAllowed'
  | 'tooLate'
  | 'taken'
  | 'changedMeanwhile'
  | 'versionMissing'
  | 'wrongMediaType'
  | 'wrongInput'
  | 'tooMany'
  | 'tooLarge'
  | 'dayOutOfReach'

const statusOf: Record<RefusalReason, number> = {
  malformed: 400,
  notSignedIn: 401,
  notFound: 404,
  notAllowed: 403,
  tooLate: 410,
  taken: 409,
  changedMeanwhile: 412,
  versionMissing: 428,
  wrongMediaType: 415,
  wrongInput: 422,
  tooMany: 429,
  tooLarge: 413,
  dayOutOfReach: 400,
}

/** Something that a person may not or cannot do: shown as a translated page with a way on, never logged as a fault. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  readonly status: number
  /** Headers that a program gets with the refusal: when to come back, how to say who it is. */
  readonly headers: Readonly<Record<string, string>>

  constructor(reason: RefusalReason, detail = '', headers: Readonly<Record<string, string>> = {}) {
    super(detail || reason)
    this.reason = reason
    this.status = statusOf[reason]
    this.headers = headers
  }
}

/** What a person may not see does not exist: the refusal is equal for both. */
export function notFound(detail = ''): never {
  throw new Refusal('notFound', detail)
}

/** Refuses unless a policy allows. */
export function authorize(allowed: boolean, detail = ''): void {
  if (!allowed) throw new Refusal('notAllowed', detail)
}
