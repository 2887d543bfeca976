import type { z } from 'zod'
import { answeredStates, answerOf } from '../../../platform/records/fields/programs.ts'
import { wishFields } from './fields.ts'
import type { Wish } from './queries.ts'
import type { wishRecordResponse } from './response.schema.ts'
import { stateOf } from './wish.ts'

interface Answering {
  baseUrl: string
  network: string
  /** ISO day on which it is read. */
  today: string
}

/** A wish as the API answers it. */
export function wishResponse(
  { baseUrl, network, today }: Answering,
  wish: Wish,
): z.input<typeof wishRecordResponse> {
  const { organisation } = wish
  const { kind, known_on, expires_on, found_on, ...said } = answerOf(wishFields, wish)
  return {
    id: wish.id,
    slug: wish.slug,
    url: `${baseUrl}/en/${network}/partners/${wish.slug}`,
    updated_at: wish.updatedAt.toISOString(),
    kind,
    state: stateOf(wish, today),
    organisation: {
      slug: organisation.slug,
      country: organisation.country,
      kind: organisation.kind,
      name: organisation.name,
      valid_until: organisation.validUntil,
      successors: organisation.successors.map(({ slug }) => slug),
    },
    ...said,
    known_on,
    renewed_on: wish.renewedOn,
    expires_on,
    found_on,
    visibility: wish.visibility,
    text_states: answeredStates(wishFields, wish),
  }
}
