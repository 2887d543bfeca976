import { type Command, CommandFailed, WrongUsage } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Context } from '../../platform/context/context.ts'
import { isInterfaceLanguage } from '../../platform/i18n/languages.ts'
import { addNetwork } from './commands.ts'
import { isCountry, isLanguageTag, isReserved, isSlug, namesFor, readCodes } from './new-network.ts'
import { listNetworks, type Network } from './queries.ts'

export const networksCommands: Command[] = [
  {
    name: 'network add',
    usage: 'network add SLUG --countries FR,MA --languages fr,ar,en [--name NAME]',
    summary: 'make a country group for any countries and languages',
    options: { countries: 'text', languages: 'text', name: 'text' },
    words: [1, 1],
    run: async ({ words: [slug = ''], options, application, terminal }) => {
      if (!isSlug(slug)) {
        throw new WrongUsage(
          `"${slug}" cannot be an address: small letters, digits and single hyphens, 60 at most`,
        )
      }
      if (isReserved(slug)) throw new WrongUsage(`"${slug}" is the address of a page of the site`)
      const isCode = (code: string) => /^[A-Z]{2}$/.test(code)
      const countries = readList(options.countries, isCode, 'countries', 'two-letter codes, as in FR,MA')
      const languages = readList(
        options.languages,
        isLanguageTag,
        'languages',
        'language tags, as in fr,ar,en',
      )
      const unknown = countries.find((country) => !isCountry(country))
      if (unknown) throw new CommandFailed(`There is no country "${unknown}"`)
      const name = typeof options.name === 'string' ? options.name : null
      await addNetwork(operatorContext(application), {
        slug,
        name: namesFor(name, countries, languages),
        countries,
        languages,
      })
      terminal.out(`${application.settings.baseUrl}/${languages.find(isInterfaceLanguage) ?? 'en'}/${slug}\n`)
    },
  },
]

/** The network that an option names, or the only one there is. */
export async function chooseNetwork(context: Context, given: string | boolean | undefined): Promise<Network> {
  const networks = await listNetworks(context)
  const chosen =
    given === undefined && networks.length === 1
      ? networks[0]
      : networks.find((network) => network.slug === given)
  if (chosen) return chosen
  const slugs = networks.map((network) => network.slug).join(', ')
  throw new WrongUsage(
    `--network takes one of: ${slugs === '' ? 'none exists yet ("entente network add" makes one)' : slugs}`,
  )
}

function readList(
  given: string | boolean | undefined,
  isRight: (code: string) => boolean,
  option: string,
  takes: string,
): string[] {
  const list = typeof given === 'string' ? readCodes(given, isRight) : null
  if (list === null) throw new WrongUsage(`--${option} takes ${takes}, each once`)
  return list
}
