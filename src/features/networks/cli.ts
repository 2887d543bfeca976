import { type Command, CommandFailed, WrongUsage } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { addNetwork } from './commands.ts'

const reserved = new Set([
  'about',
  'legal',
  'accessibility',
  'licences',
  'directory',
  'search',
  'sign-in',
  'sign-out',
  'account',
  'invitation',
  'consent',
  'operator',
  'auth',
  'networks',
])

export const networksCommands: Command[] = [
  {
    name: 'network add',
    usage: 'network add SLUG --countries FR,MA --languages fr,ar,en [--name NAME]',
    summary: 'make a country group for any countries and languages',
    options: { countries: 'text', languages: 'text', name: 'text' },
    words: [1, 1],
    run: async ({ words: [slug = ''], options, application, terminal }) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) {
        throw new WrongUsage(
          `"${slug}" cannot be an address: small letters, digits and single hyphens, 60 at most`,
        )
      }
      if (reserved.has(slug)) throw new WrongUsage(`"${slug}" is the address of a page of the site`)
      const countries = readList(
        options.countries,
        /^[A-Z]{2}$/,
        'countries',
        'two-letter codes, as in FR,MA',
      )
      const languages = readList(
        options.languages,
        /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
        'languages',
        'language tags, as in fr,ar,en',
      )
      const unknown = countries.find((country) => nameOf(country, 'en') === country)
      if (unknown) throw new CommandFailed(`There is no country "${unknown}"`)
      await addNetwork(operatorContext(application), {
        slug,
        name: Object.fromEntries(
          languages.map((language) => [language, nameFor(options.name, countries, language)]),
        ),
        countries,
        languages,
      })
      terminal.out(
        `${application.settings.baseUrl}/${languages.find((language) => ['fr', 'ko', 'en'].includes(language)) ?? 'en'}/${slug}\n`,
      )
    },
  },
]

function readList(
  given: string | boolean | undefined,
  pattern: RegExp,
  option: string,
  takes: string,
): string[] {
  const list = typeof given === 'string' ? given.split(',').map((part) => part.trim()) : []
  if (list.length === 0 || list.some((part) => !pattern.test(part)) || new Set(list).size < list.length) {
    throw new WrongUsage(`--${option} takes ${takes}, each once`)
  }
  return list
}

// Until a coordinator gives it a name, a group is called by its countries.
function nameFor(given: string | boolean | undefined, countries: string[], language: string): string {
  return typeof given === 'string' ? given : countries.map((country) => nameOf(country, language)).join(' – ')
}

function nameOf(country: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(country) ?? country
}
