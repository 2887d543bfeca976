import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

export interface NewResolution {
  slug: string
  text: LocalizedText
  saidBy: LocalizedText
  state: string
  /** EDTF by which it is due, or null. */
  horizon?: string | null
  position: number
  knownOn: string
}

/** Writes what a group proposed, wished or decided; answers its id. */
export async function writeResolution(
  context: Context,
  networkId: string,
  resolution: NewResolution,
): Promise<string> {
  const resolutionId = newId()
  await context.database
    .insertInto('registry_resolution')
    .values({
      resolution_id: resolutionId,
      network_id: networkId,
      slug: resolution.slug,
      text: JSON.stringify(resolution.text),
      said_by: JSON.stringify(resolution.saidBy),
      state: resolution.state,
      horizon: resolution.horizon ?? null,
      position: resolution.position,
      known_on: resolution.knownOn,
    })
    .execute()
  return resolutionId
}
