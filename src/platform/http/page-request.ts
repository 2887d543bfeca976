import type { FastifyRequest } from 'fastify'
import { ownDay } from '../context/clock.ts'
import type { Context } from '../context/context.ts'
import { isWithin, seenDays } from '../dates/index.ts'
import { interfaceLanguages, isInterfaceLanguage } from '../i18n/languages.ts'
import type { Reader } from '../i18n/reader.ts'
import { parameterOf } from '../input/parameters.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isDay } from '../settings/settings.ts'
import { actorOf } from './identity.ts'
import type { Visit } from './visit.ts'

export interface PageRequest extends Visit {
  context: Context
  /** For writes: known on the day of the place itself, whichever day the reader looks at. */
  writing: Context
  reader: Reader
}

export interface PageDefaults {
  /** The day on which a network opens when nothing else says one (the demonstration). */
  opensOn?: string | null
  /** Languages of contents beyond those of the interface. */
  languages?: string[]
}

/** The reader of a page, the language (that of the address, or 404) and the day: `?now=`, else NOW, else the network's own. */
export function loadPageRequest(visit: Visit, defaults: PageDefaults = {}): PageRequest {
  const { request, application } = visit
  const language = parameterOf(request.params, 'language') ?? ''
  if (!isInterfaceLanguage(language) && !defaults.languages?.includes(language)) notFound(language)
  const asked = parameterOf(request.query, 'now')
  if (asked !== undefined && isDay(asked) && !isWithin(seenDays, asked)) throw new Refusal('dayOutOfReach')
  const usual = ownDay(application, defaults.opensOn)
  const now = asked !== undefined && isDay(asked) && asked !== usual ? asked : null
  const interfaceLanguage = isInterfaceLanguage(language)
    ? language
    : (defaults.languages?.find(isInterfaceLanguage) ?? interfaceLanguages[2])
  const today = now ?? usual
  const { clock, database } = application
  const context = { actor: actorOf(request), clock, database, today }
  return {
    ...visit,
    context,
    writing: { ...context, today: usual },
    reader: {
      language,
      interfaceLanguage,
      t: application.translate(interfaceLanguage),
      today,
      now,
      ...(defaults.languages ? { groupLanguages: defaults.languages } : {}),
      ...personOf(request, [language, interfaceLanguage]),
    },
  }
}

/** The person whose name the header of a page shows. Until they say what they read, that is the languages of the page. */
export function personOf(request: FastifyRequest, shown: readonly string[] = []): Pick<Reader, 'person'> {
  const actor = actorOf(request)
  return actor.kind === 'person' ? { person: { name: actor.name, reads: actor.languages ?? shown } } : {}
}
