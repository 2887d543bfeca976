import type { Suggestion } from './queries.ts'

/**
 * Whether the actor may correct their suggestion of a new record and send it again: it is theirs and was not published. A suggestion on an
 * existing record is made again in the record’s forms.
 */
export function isToSendAgain(
  { kind, recordId, personId, decision }: Pick<Suggestion, 'kind' | 'recordId' | 'personId' | 'decision'>,
  ofKind: string,
  ofPerson: string,
): boolean {
  const cameBack = decision === 'declined' || decision === 'withdrawn'
  return cameBack && recordId === null && kind === ofKind && personId === ofPerson
}
