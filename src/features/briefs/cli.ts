import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, type CommandCall, CommandFailed, WrongUsage } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { ownDay } from '../../platform/context/clock.ts'
import { isInterfaceLanguage } from '../../platform/i18n/languages.ts'
import { anyReader } from '../../platform/i18n/reader.ts'
import { isDay } from '../../platform/settings/settings.ts'
import { chooseNetwork } from '../networks/index.ts'
import { briefAnswer } from './api.ts'
import { countStates, findBrief } from './drawing/brief.ts'
import { drawBrief, groupDrawing, measureLanguages, typesetter } from './drawing/drawing.ts'

/** The commands of an operator on briefs. */
export const briefCommands: Command[] = [
  {
    name: 'brief draw',
    usage: 'brief draw COUNTRY [--network SLUG] [--lang fr|ko|en] [--day DAY] [--out FILE] [--json]',
    summary: 'draw the brief of a country as PDF or DOCX (by the ending of FILE), or print it as JSON',
    options: { network: 'text', lang: 'text', day: 'text', out: 'text', json: 'flag' },
    words: [1, 1],
    run: async (call) => {
      const { words, options, application, terminal, folder } = call
      const { lang = 'fr', out } = options
      if (typeof lang !== 'string' || !isInterfaceLanguage(lang))
        throw new WrongUsage('--lang takes fr, ko or en')
      const { context, network } = await openNetwork(call)
      const country = network.countries.find((each) => each === words[0]?.toUpperCase())
      if (!country) throw new WrongUsage(`COUNTRY takes one of: ${network.countries.join(', ')}`)
      const brief = await findBrief(context, network, country)
      if (options.json === true) {
        terminal.out(`${JSON.stringify(briefAnswer(brief, lang), null, 2)}\n`)
        return
      }
      const name = typeof out === 'string' ? out : null
      const reader = anyReader(lang, application.translate(lang), context.today)
      const drawing = groupDrawing(reader, network, country, application.settings.baseUrl)
      const bytes = await drawBrief(name?.endsWith('.docx') ? 'docx' : 'pdf', reader, brief, drawing)
      typesetter.close()
      if (name === null) return terminal.write(bytes)
      await writeFile(resolve(folder, name), bytes).catch((error: Error) => {
        throw new CommandFailed(`${name} cannot be written: ${error.message}`)
      })
      terminal.say(`${name}: ${bytes.length} bytes`)
    },
  },
  {
    name: 'brief check',
    usage: 'brief check [--network SLUG] [--day DAY] [--json]',
    summary: 'say how far each brief of a network can be relied on, and whether it fits on two pages',
    options: { network: 'text', day: 'text', json: 'flag' },
    words: [0, 0],
    run: async (call) => {
      const { options, application, terminal } = call
      const { context, network } = await openNetwork(call)
      const told = []
      for (const country of network.countries) {
        const brief = await findBrief(context, network, country)
        const pages = await measureLanguages({ context, network, translate: application.translate }, brief)
        const fits = pages.every(({ linesLeft }) => linesLeft >= 0)
        told.push({ country, day: context.today, counts: countStates(brief), fits, pages })
      }
      typesetter.close()
      const lines = told.map(({ country, counts, pages }) => {
        const filled = pages.map(
          ({ language, filled, linesLeft }) => `${language} ${filled} pages, ${linesLeft} lines left`,
        )
        return `${country}: ${counts.items} items, ${counts.known} known, ${counts.unverified} unverified, ${counts.stale} stale, ${counts.missing} missing; ${filled.join('; ')}\n`
      })
      terminal.out(options.json === true ? `${JSON.stringify(told, null, 2)}\n` : lines.join(''))
      const over = told.filter(({ fits }) => !fits).map(({ country }) => country)
      if (over.length > 0) throw new CommandFailed(`${over.join(', ')}: more than two pages`)
    },
  },
]

async function openNetwork({ options, application }: CommandCall) {
  const { day } = options
  if (day !== undefined && (typeof day !== 'string' || !isDay(day)))
    throw new WrongUsage('--day takes a day such as 2017-07-08')
  const asking = operatorContext(application)
  const network = await chooseNetwork(asking, options.network)
  const today = typeof day === 'string' ? day : ownDay(application, network.opensOn)
  return { context: { ...asking, today }, network }
}
