import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import { activityRules } from './activity.ts'
import { actorRules } from './actor.ts'
import { agreementRules } from './agreement.ts'
import { type Applied, type Finding, type Ground, ownSubject, type Way } from './part-rules.ts'
import type { PartValue } from './part-values.ts'
import { resourceRules } from './resource.ts'
import { sinceRules } from './since.ts'
import { standingRules } from './standing.ts'
import { summaryRules } from './summary.ts'
import { themeRules } from './theme.ts'

/** How a fact of a tie stands to the tie as it is known. */
export function compareFact(
  document: CooperationDocument,
  value: PartValue,
  ground: Pick<Ground, 'spokenOn'>,
): Finding {
  switch (value.part) {
    case 'tie':
      return { outcome: 'confirms', entryId: null }
    case 'since':
      return sinceRules.compare(document, value, ground)
    case 'standing':
      return standingRules.compare(document, value, ground)
    case 'agreement':
      return agreementRules.compare(document, value, ground)
    case 'activity':
      return activityRules.compare(document, value, ground)
    case 'theme':
      return themeRules.compare(document, value, ground)
    case 'actor':
      return actorRules.compare(document, value, ground)
    case 'summary':
      return summaryRules.compare(document, value, ground)
    case 'resource':
      return resourceRules.compare(document, value, ground)
  }
}

/** The tie with a fact, as it is to be written. */
export function applyFact(
  document: CooperationDocument,
  value: PartValue,
  ground: Ground,
  way: Way,
): Applied {
  const how = { finding: compareFact(document, value, ground), way }
  switch (value.part) {
    case 'tie':
      return { document, subject: ownSubject(ground.cooperationId, 'parties'), entryId: null }
    case 'since':
      return sinceRules.apply(document, value, ground, how)
    case 'standing':
      return standingRules.apply(document, value, ground, how)
    case 'agreement':
      return agreementRules.apply(document, value, ground, how)
    case 'activity':
      return activityRules.apply(document, value, ground, how)
    case 'theme':
      return themeRules.apply(document, value, ground, how)
    case 'actor':
      return actorRules.apply(document, value, ground, how)
    case 'summary':
      return summaryRules.apply(document, value, ground, how)
    case 'resource':
      return resourceRules.apply(document, value, ground, how)
  }
}

const rules = {
  since: sinceRules,
  standing: standingRules,
  agreement: agreementRules,
  activity: activityRules,
  theme: themeRules,
  actor: actorRules,
  summary: summaryRules,
  resource: resourceRules,
} as const

/** The key of the form by which people write the same. */
export function formOf(part: Exclude<PartValue['part'], 'tie'>): string {
  return rules[part].form
}

/** In which ways a contradiction of this fact can be settled. */
export function waysFor(value: PartValue): readonly Way[] {
  if (value.part === 'tie') return []
  return value.part === 'agreement' && (value.kind === 'none' || value.date === null)
    ? ['beside']
    : rules[value.part].ways
}
