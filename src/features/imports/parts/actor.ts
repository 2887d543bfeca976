import { ownSubject, type PartRules } from './part-rules.ts'
import type { ActorValue } from './part-values.ts'

/** A body that takes part beside the parties; who it is has been settled before it is written. */
export const actorRules: PartRules<ActorValue> = {
  form: 'actors',
  ways: [],
  compare: ({ actors }, { organisationId }) => {
    const found = actors.find(({ id }) => id === organisationId)
    return found ? { outcome: 'confirms', entryId: found.id } : { outcome: 'adds', entryId: null }
  },
  apply: (document, { organisationId }, ground, { finding }) => {
    const id = organisationId ?? ''
    const subject = ownSubject(ground.cooperationId, `actors/${ground.slugs.get(id) ?? id}`)
    if (finding.outcome === 'confirms') return { document, subject, entryId: id }
    const actors = [...document.actors, { id, role: {}, knownOn: ground.today }]
    return { document: { ...document, actors }, subject, entryId: id }
  },
}
