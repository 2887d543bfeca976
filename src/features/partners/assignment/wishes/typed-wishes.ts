import { z } from 'zod'
import { type FormValues, says } from '../../../../platform/input/form.ts'
import type { Participant, Wish } from '../session.ts'

export interface TypedWishes {
  /** By id, the most wanted first. */
  wanted: string[]
  refused: string[]
}

/** Names of the fields for one on the other side: its place among the wishes, and that one would rather not. */
export const placeField = (id: string) => `place.${id}`
export const refusalField = (id: string) => `not.${id}`

const byId = z.record(z.string(), z.string().trim()).default({})

/** The counterparts that a participant numbers, in the order of the numbers, and those it would rather not meet. */
export function wishesForm(others: readonly Pick<Participant, 'id'>[]) {
  return z.object({ place: byId, not: byId }).transform(({ place, not }, context): TypedWishes => {
    const wanted: { id: string; at: number }[] = []
    for (const { id } of others) {
      const typed = place[id] ?? ''
      if (typed === '') continue
      const at = Number(typed)
      const wrong =
        !/^\d{1,3}$/.test(typed) || at < 1
          ? says('partners.assignment.error.place')
          : not[id]
            ? says('partners.assignment.error.wantedAndRefused')
            : wanted.some((each) => each.at === at)
              ? says('partners.assignment.error.placeTwice')
              : null
      if (wrong) context.addIssue({ code: 'custom', path: ['place', id], message: wrong })
      wanted.push({ id, at })
    }
    return {
      wanted: wanted.sort((one, other) => one.at - other.at).map(({ id }) => id),
      refused: others.filter(({ id }) => not[id]).map(({ id }) => id),
    }
  })
}

/** The wishes of a participant as the form holds them. */
export function wishValues(wishes: readonly Wish[], { id }: Pick<Participant, 'id'>): FormValues {
  return Object.fromEntries(
    wishes
      .filter(({ participantId }) => participantId === id)
      .map(({ otherId, position }) =>
        position === null ? [refusalField(otherId), 'yes'] : [placeField(otherId), String(position)],
      ),
  )
}
