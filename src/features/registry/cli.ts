import { type Command, CommandFailed, WrongUsage } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Context } from '../../platform/context/context.ts'
import { isInterfaceLanguage } from '../../platform/i18n/languages.ts'
import { listNetworks, type Network } from '../networks/index.ts'
import { readFilter } from './cooperations/filter.ts'
import { formats, isFormat } from './exports/formats.ts'
import { listCooperationSlices } from './exports/queries.ts'
import { writeExport } from './exports/write-export.ts'

export const registryCommands: Command[] = [
  {
    name: 'export cooperations',
    usage: `export cooperations --format ${Object.keys(formats).join('|')} [--network SLUG] [--language fr|ko|en]`,
    summary: 'write all cooperations of a network to standard output',
    options: { format: 'text', network: 'text', language: 'text' },
    words: [0, 0],
    run: async ({ options, application, terminal }) => {
      const { format, language = 'en' } = options
      if (!isFormat(format)) throw new WrongUsage(`--format takes ${Object.keys(formats).join(', ')}`)
      if (typeof language !== 'string' || !isInterfaceLanguage(language)) throw new WrongUsage('--language takes fr, ko or en')
      const asking = operatorContext(application)
      const network = await chooseNetwork(asking, options.network)
      // The day on which the network's own pages open, unless the settings fix another.
      const context = { ...asking, today: application.settings.now ?? network.opensOn ?? asking.today }
      const pointing = { baseUrl: application.settings.baseUrl, network: network.slug, language }
      const document = writeExport(format, {
        network,
        language,
        today: context.today,
        generatedAt: context.clock.now().toString({ fractionalSecondDigits: 0 }),
        translate: (each) => application.translate(each),
        slices: () => listCooperationSlices(context, network.id, readFilter({}), pointing),
      })
      for await (const chunk of document) terminal.out(chunk)
    },
  },
]

async function chooseNetwork(context: Context, slug: string | boolean | undefined): Promise<Network> {
  const networks = await listNetworks(context)
  const slugs = networks.map((network) => network.slug).join(', ')
  const [only, ...others] = networks
  if (!only) throw new CommandFailed('There is no network yet: "entente network add" makes one')
  if (slug === undefined && others.length === 0) return only
  if (slug === undefined) throw new WrongUsage(`--network takes one of ${slugs}`)
  const named = networks.find((network) => network.slug === slug)
  if (!named) throw new CommandFailed(`There is no network "${slug}": there is ${slugs}`)
  return named
}
