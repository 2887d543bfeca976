import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { ownDay } from '../../../platform/context/own-day.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { interfaceLanguages, isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { findNetwork, type Network } from '../../networks/index.ts'

/** Loads the agenda for a page of another site: as an anonymous visitor reads it, in `?lang=` or the network’s first language. */
export async function loadEmbedRequest({
  application,
  request,
}: Visit): Promise<{ context: Context; reader: Reader; network: Network }> {
  const { settings, database } = application
  const clock = readOnce(application.clock)
  const asking = { actor: anonymous, clock, database, today: dayOf(clock) }
  const network = await findNetwork(asking, parameterOf(request.params, 'network') ?? '')
  const known: string[] = [...interfaceLanguages, ...network.languages]
  const asked = parameterOf(request.query, 'lang')
  const language = known.find((each) => each === asked) ?? network.languages[0] ?? interfaceLanguages[2]
  const interfaceLanguage = isInterfaceLanguage(language) ? language : interfaceLanguages[2]
  const today = ownDay({ settings, clock }, network.opensOn)
  return {
    network,
    context: { ...asking, today },
    reader: { language, interfaceLanguage, t: application.translate(interfaceLanguage), today, now: null },
  }
}
