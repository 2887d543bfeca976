import { fold } from '../../../../platform/search/index.ts'
import type { FactParty, FactValue, TieValue } from './fact.ts'

/**
 * A fact as one line, equal for the same fact of another text, also in another language where codes and dates say it. `tie` is the
 * tie to which it belongs.
 */
export function signatureOf(value: FactValue, tie: TieValue | null): string {
  const own = ownSignature(value)
  return tie && value.part !== 'tie' ? `${ownSignature(tie)} ${own}` : own
}

function ownSignature(value: FactValue): string {
  switch (value.part) {
    case 'tie':
      return `tie:${value.parties.map(partyKey).toSorted().join('+')}`
    case 'since':
      return `since:${value.date}`
    case 'standing':
      return `standing:${value.status}`
    case 'agreement':
      return `agreement:${value.kind}:${yearOf(value.date)}`
    case 'activity':
      return value.date === null
        ? `activity:${fold(value.title)}`
        : `activity:${value.kind}:${value.date}`.slice(0, longest)
    case 'theme':
      return `theme:${value.theme}`
    case 'actor':
      return `actor:${value.organisationId ?? fold(value.name)}`
    case 'interest':
      return `interest:${partyKey(value.party)}`
    case 'meeting':
      return `meeting:${value.date}`
    case 'participant':
      return `participant:${fold(value.name)}`
    case 'decision':
    case 'proposal':
      return `${value.part}:${fold(value.text)}`.slice(0, longest)
    case 'resource':
      return `resource:${value.url ?? fold(value.label)}`.slice(0, longest)
  }
}

// An index limits the length of a key.
const longest = 400

const partyKey = ({ organisationId, asWritten }: FactParty) => organisationId ?? fold(asWritten)

const yearOf = (date: string | null) => /\d{4}/.exec(date ?? '')?.[0] ?? ''
