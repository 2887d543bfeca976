import { type Command, type CommandCall, WrongUsage } from '../../../../platform/cli/command.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { isInterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { type LocalizedText, mergeLocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { isCode } from '../../../../platform/input/code.ts'
import {
  daysOf,
  findNetwork,
  isLanguageTag,
  type Network,
  type NetworkDescription,
  readCodes,
  themes,
} from '../../../networks/index.ts'
import { changeMembers } from '../members/commands.ts'
import { type Entry, hasEnded } from '../members/member-list.ts'
import { findMeant, findMembers } from '../members/queries.ts'
import { dateOf, loadGroupRequest, textOf } from '../request.ts'
import { changeDescription } from './commands.ts'

const holders = { secretariats: 'secretariat', embassies: 'embassy', observers: 'observer' } as const

const usage =
  'network set NETWORK [--language TAG] [--name NAME] [--presentation TEXT] [--objectives TEXT|TEXT…] [--languages fr,ar,en] [--themes culture,tourism] [--secretariats ORGANISATION,…] [--embassies ORGANISATION,…] [--observers ORGANISATION,…] [--from DAY] [--reason WORDS] [--anyway] [--json]'

export const descriptionCommands: Command[] = [
  {
    name: 'network set',
    usage,
    summary:
      'say what a group is called and what it is for, in which languages it works, and who looks after it since when',
    options: {
      ...{
        language: 'text',
        name: 'text',
        presentation: 'text',
        objectives: 'text',
        languages: 'text',
        themes: 'text',
      },
      ...{ secretariats: 'text', embassies: 'text', observers: 'text', from: 'text' },
      ...{ reason: 'text', anyway: 'flag', json: 'flag' },
    },
    words: [1, 1],
    run: async (call) => {
      const { context, network } = await loadGroupRequest(call)
      const change = readChange(call, network)
      const isWanted = Object.keys(holders).some((option) => textOf(call, option) !== null)
      if (change === null && !isWanted) throw new WrongUsage(`Usage: entente ${usage}`)
      const { application, terminal, options } = call
      const reason = textOf(call, 'reason') ?? ''
      await inTransaction(context, async (inside) => {
        if (isWanted) await setHolders(call, inside, network, reason)
        if (change === null) return
        const described = { change, hidesTexts: options.anyway === true, reason }
        await changeDescription(inside, application.textOwners, network, described)
      })
      const {
        name,
        summary,
        objectives,
        languages,
        themes: chosen,
      } = await findNetwork(context, network.slug)
      const { members } = await findMembers(context, network.id)
      const document = { slug: network.slug, name, summary, objectives, languages, themes: chosen, members }
      sayFollowing(call, network.languages, languages)
      terminal.out(options.json === true ? `${JSON.stringify(document)}\n` : `${network.slug}\n`)
    },
  },
]

/** The changes that the options make to a group’s description; null if they make none. */
function readChange(
  call: CommandCall,
  network: Network,
): ((before: NetworkDescription) => NetworkDescription) | null {
  const [name, presentation, objectives] = ['name', 'presentation', 'objectives'].map((option) =>
    textOf(call, option),
  )
  const given = textOf(call, 'languages')
  const languages = given === null ? null : readCodes(given, isLanguageTag)
  if (given !== null && languages === null)
    throw new WrongUsage('--languages takes language tags, as in fr,ar,en, each once')
  const named = textOf(call, 'themes')
  const chosen = named === null ? null : readCodes(named, (code) => isCode(themes, code))
  if (named !== null && (chosen === null || chosen.length > 10))
    throw new WrongUsage(`--themes takes ten codes at most, each once, of ${themes.join(', ')}`)
  const working = languages ?? network.languages
  const language = textOf(call, 'language') ?? working[0] ?? 'en'
  if (!working.includes(language)) throw new WrongUsage(`--language takes one of ${working.join(', ')}`)
  if (name != null && !/^\P{Cc}{1,200}$/u.test(name.trim()))
    throw new WrongUsage('--name takes a name of one line, 200 characters at most')
  if ([name, presentation, objectives, languages, chosen].every((each) => each == null)) return null
  const written = (previous: LocalizedText, text: string) =>
    mergeLocalizedText(previous, { texts: { [language]: text }, reviewed: [], original: null })
  return (before) => ({
    name: name == null ? before.name : { ...before.name, [language]: name.trim() },
    summary: presentation == null ? before.summary : written(before.summary, presentation),
    objectives:
      objectives == null ? before.objectives : objectivesAfter(before.objectives, objectives, written),
    countries: before.countries,
    languages: languages ?? before.languages,
    themes: chosen ?? before.themes,
  })
}

/** Each objective has its place, which is the same in every language. */
function objectivesAfter(
  before: readonly LocalizedText[],
  typed: string,
  written: (previous: LocalizedText, text: string) => LocalizedText,
): LocalizedText[] {
  const texts = typed.split('|').map((text) => text.trim())
  const count = Math.max(before.length, texts.length)
  return Array.from({ length: count }, (_, place) => written(before[place] ?? {}, texts[place] ?? '')).filter(
    (objective) => Object.keys(objective).length > 0,
  )
}

async function setHolders(
  call: CommandCall,
  context: Context,
  network: Network,
  reason: string,
): Promise<void> {
  const said = dateOf(call, 'from')
  const from = said ?? context.today
  for (const [option, role] of Object.entries(holders)) {
    const given = textOf(call, option)
    if (given === null) continue
    const ids = new Set<string>()
    for (const text of given.split(',').map((part) => part.trim()))
      if (text !== '') ids.add((await findMeant(context, network.countries, text)).id)
    const want = holdersFrom({ role, ids, from, isSaid: said !== null, today: context.today })
    await changeMembers(context, network, { bases: null, want, isMistake: true, reason })
  }
}

function sayFollowing({ terminal }: CommandCall, before: readonly string[], after: readonly string[]): void {
  const shownIn = after.find(isInterfaceLanguage) ?? 'en'
  for (const language of after.filter((each) => !before.includes(each) && !isInterfaceLanguage(each)))
    terminal.say(
      `Texts can be written in ${language}; the buttons and headings of its pages are in ${shownIn}, as Entente has none in ${language}`,
    )
}

interface Holders {
  role: string
  /** The organisations that hold it from then on. */
  ids: ReadonlySet<string>
  from: string
  /** Whether the day was given; otherwise it is today. */
  isSaid: boolean
  today: string
}

/**
 * The list after a role has passed to some organisations: former holders held it until the day before; if that is before their first day,
 * they never had it.
 */
function holdersFrom({ role, ids, from, isSaid, today }: Holders): (before: Entry[]) => Entry[] {
  const first = daysOf({ from, until: null }).startsOn ?? from
  const eve = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString()
  return (before) => {
    const holds = (entry: Entry) => entry.role === role && entry.ofId === null && !hasEnded(entry, today)
    const kept = before.flatMap((entry) => {
      const { startsOn, endsOn } = daysOf(entry)
      if (!holds(entry) || (endsOn !== null && endsOn <= eve)) return [entry]
      if (ids.has(entry.organisationId)) return [entry.from === null && isSaid ? { ...entry, from } : entry]
      // A role that was to begin on that day or later never begins.
      return (startsOn ?? '') >= first ? [] : [{ ...entry, until: eve }]
    })
    const there = new Set(before.filter(holds).map(({ organisationId }) => organisationId))
    const added = [...ids].filter((id) => !there.has(id))
    return [
      ...kept,
      ...added.map((organisationId) => ({ id: null, organisationId, role, ofId: null, from, until: null })),
    ]
  }
}
