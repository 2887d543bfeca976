import { type FieldError, type FormValues, fieldError, typedValue } from '../../../../platform/input/form.ts'
import type { Participant, Wish } from '../session.ts'

export interface TypedWishes {
  /** By id, the most wanted first. */
  wanted: string[]
  refused: string[]
}

/** Names of the fields for one on the other side: its place among the wishes, and that one would rather not. */
export const placeField = (id: string) => `place.${id}`
export const refusalField = (id: string) => `not.${id}`

/** Whom somebody numbered, in the order of the numbers, and whom they would rather not meet; or what is wrong, beside its field. */
export function readWishes(
  values: FormValues,
  others: readonly Pick<Participant, 'id'>[],
): { wishes: TypedWishes; errors: FieldError[] } {
  const typed = others.map(({ id }) => ({
    id,
    place: typedValue(values, placeField(id)).trim(),
    isRefused: typedValue(values, refusalField(id)) !== '',
  }))
  const places = typed.map(({ place }) => Number(place))
  const errors = typed.flatMap(({ id, place, isRefused }, at) => {
    if (place === '') return []
    const field = placeField(id)
    if (!/^\d{1,3}$/.test(place) || Number(place) < 1)
      return [fieldError(field, 'partners.assignment.error.place')]
    if (isRefused) return [fieldError(field, 'partners.assignment.error.wantedAndRefused')]
    return places.indexOf(Number(place)) < at && typed[places.indexOf(Number(place))]?.place !== ''
      ? [fieldError(field, 'partners.assignment.error.placeTwice')]
      : []
  })
  return {
    wishes: {
      wanted: typed
        .filter(({ place }) => place !== '')
        .sort((one, other) => Number(one.place) - Number(other.place))
        .map(({ id }) => id),
      refused: typed.filter(({ isRefused }) => isRefused).map(({ id }) => id),
    },
    errors,
  }
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
