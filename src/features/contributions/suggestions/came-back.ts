import type { Suggestion } from './queries.ts'

/**
 * Whether somebody may send a record that they suggested once more, corrected: it was not published, and is theirs. What was suggested
 * of a record that is there is changed anew in its own forms.
 */
export function isToSendAgain(
  { kind, recordId, personId, decision }: Pick<Suggestion, 'kind' | 'recordId' | 'personId' | 'decision'>,
  ofKind: string,
  ofPerson: string,
): boolean {
  const cameBack = decision === 'declined' || decision === 'withdrawn'
  return cameBack && recordId === null && kind === ofKind && personId === ofPerson
}
