import { type Command, WrongUsage } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { ownDay, readOnce } from '../../../platform/context/clock.ts'
import { isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { isCode } from '../../../platform/input/code.ts'
import { chooseNetwork } from '../../networks/index.ts'
import { cooperationFilter, scopes } from '../cooperations/cooperation-filter.ts'
import { listCooperationSlices } from './queries.ts'
import { formats, isFormat, writeExport } from './write-export.ts'

export const exportCommands: Command[] = [
  {
    name: 'export cooperations',
    usage: `export cooperations --format ${Object.keys(formats).join('|')} [--network SLUG] [--scope listed|all] [--language fr|ko|en]`,
    summary: 'write all cooperations of a network to standard output',
    options: { format: 'text', network: 'text', scope: 'text', language: 'text' },
    words: [0, 0],
    run: async ({ options, application, terminal }) => {
      const { format, scope = 'listed', language = 'en' } = options
      if (!isFormat(format)) throw new WrongUsage(`--format takes ${Object.keys(formats).join(', ')}`)
      if (typeof scope !== 'string' || !isCode(scopes, scope))
        throw new WrongUsage(`--scope takes ${scopes.join(' or ')}`)
      if (typeof language !== 'string' || !isInterfaceLanguage(language))
        throw new WrongUsage('--language takes fr, ko or en')
      const asking = operatorContext(application)
      const network = await chooseNetwork(asking, options.network)
      const clock = readOnce(application.clock)
      const context = { ...asking, today: ownDay({ ...application, clock }, network.opensOn) }
      const pointing = { baseUrl: application.settings.baseUrl, network: network.slug, language }
      const document = writeExport(format, {
        network,
        language,
        today: context.today,
        generatedAt: clock.now().toString({ fractionalSecondDigits: 0 }),
        translate: (each) => application.translate(each),
        slices: () => listCooperationSlices(context, network.id, cooperationFilter.read({ scope }), pointing),
      })
      for await (const chunk of document) await terminal.write(chunk)
    },
  },
]
