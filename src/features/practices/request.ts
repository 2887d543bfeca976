import type { Visit } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { loadNetworkRequest, type NetworkRequest } from '../networks/index.ts'
import { paths } from './paths.ts'
import { maySpeakForHolder } from './policy.ts'
import { findPractice, type Practice } from './sheets/queries.ts'
import { practiceTitle } from './sheets/sheet-words.ts'

export interface PracticeRequest extends NetworkRequest {
  practice: Practice
  /** The reader speaks for its holder. */
  isHolders: boolean
}

/** A sheet as its reader sees it on the day that they look at. */
export async function loadPracticeRequest(visit: Visit): Promise<PracticeRequest> {
  const loaded = await loadNetworkRequest(visit)
  return withPractice(loaded, loaded.context)
}

/** A sheet as it stands now, for a form that changes something. */
export async function loadSheetForm(visit: Visit): Promise<PracticeRequest> {
  const loaded = await loadNetworkRequest(visit)
  return withPractice(loaded, loaded.writing)
}

async function withPractice(
  loaded: NetworkRequest,
  context: NetworkRequest['context'],
): Promise<PracticeRequest> {
  const slug = parameterOf(loaded.request.params, 'slug') ?? ''
  const practice = await findPractice(context, loaded.network.id, slug)
  return { ...loaded, practice, isHolders: maySpeakForHolder(context.actor, practice) }
}

/** From a form of a sheet back to its page. */
export function backToSheet({ reader, network, practice }: PracticeRequest) {
  return {
    href: paths.practice(reader, network.slug, practice.slug),
    label: practiceTitle(reader, practice),
  }
}
