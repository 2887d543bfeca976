import type { Context } from '../../../platform/context/context.ts'
import { ownDay } from '../../../platform/context/own-day.ts'
import type { Application } from '../../../platform/http/application.ts'
import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { lookUpNetwork, type Network } from '../../networks/index.ts'
import { maySuggest } from '../policy.ts'

export interface Writing {
  network: Network
  /** The network’s own day: what programs write becomes known on it. */
  today: string
}

/** The network in which a program writes, for actors with a present role in it. */
export async function findWriting(
  application: Application,
  context: Context,
  slug: string,
): Promise<Writing> {
  const network = (await lookUpNetwork(context, slug)) ?? notFound(slug)
  authorize(
    maySuggest(context.actor, network.id),
    'The token is for another group, or its owner holds no role in this one any more',
  )
  return { network, today: ownDay(application, network.opensOn) }
}

/** The record that a program names, or 404. */
export async function findHead(
  context: Context,
  { network, today }: Writing,
  kind: RecordKind,
  slug: string,
): Promise<RecordHead> {
  return (await kind.lookUp({ ...context, today }, network, { slug })) ?? notFound(slug)
}

/** The language of a reason that gives none. */
export function usualLanguage({ languages }: Network): 'fr' | 'ko' | 'en' {
  return languages.find(isInterfaceLanguage) ?? 'en'
}

/** The page on which people decide on a suggestion. */
export function suggestionAddress({ settings }: Application, network: Network, id: string): string {
  return `${settings.baseUrl}/${usualLanguage(network)}/${network.slug}/contributions/${id}`
}
