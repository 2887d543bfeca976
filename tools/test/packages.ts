import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A package of Debian that tests need; the only list of them. */
export interface TestPackage {
  name: string
  /** Why it is needed, for the person who reads that it is missing. */
  neededFor: string
  /** Projects of vitest none of whose tests can run without it. */
  projects: string[]
  isThere(): boolean
  /** Where something else serves too, whether the package itself is there: it is installed if it may be. */
  isInstalled?(): boolean
}

export const testPackages: TestPackage[] = [
  {
    name: 'postgresql-17',
    neededFor: 'the tests on a PostgreSQL server',
    projects: ['server', 'operations'],
    isThere: () => postgresqlFolder() !== null,
  },
  {
    // Without the windows and menus of a browser it draws a page in two thirds of the time.
    name: 'chromium-headless-shell',
    neededFor: 'the journeys in a browser',
    projects: ['e2e', 'pages-addressed', 'pages-reached'],
    isThere: () => chromiumPath() !== null,
    isInstalled: () => commandPath('chromium-headless-shell') !== null,
  },
  {
    name: 'poppler-utils',
    neededFor: 'reading the notes in PDF',
    projects: [],
    isThere: () => commandPath('pdftotext') !== null,
  },
  {
    // Those of the languages only recommend it.
    name: 'tesseract-ocr',
    neededFor: 'recognising the letters of scanned pages',
    projects: [],
    isThere: () => commandPath('tesseract') !== null,
  },
  ...['fra', 'kor'].map((language) => ({
    name: `tesseract-ocr-${language}`,
    neededFor: 'recognising the letters of scanned pages',
    projects: [],
    isThere: () => commandPath('tesseract') !== null && knowsLetters(language),
  })),
  {
    // A hundred megabytes to fetch: offices still write .doc and .rtf, and nothing else would notice when these fail.
    name: 'libreoffice-writer-nogui',
    neededFor: 'reading .doc and .rtf',
    projects: [],
    isThere: () => commandPath('soffice') !== null,
  },
  {
    name: 'khal',
    neededFor: 'reading a calendar as a calendar program does',
    projects: [],
    isThere: () => commandPath('khal') !== null,
  },
  {
    name: 'radicale',
    neededFor: 'taking a calendar to a server for calendars and back',
    projects: [],
    isThere: () => commandPath('radicale') !== null,
  },
  ...['imap', 'pop3'].map((protocol) => ({
    name: `dovecot-${protocol}d`,
    neededFor: 'reading a mailbox as a mail server offers it',
    projects: [],
    isThere: () => existsSync('/usr/sbin/dovecot') && existsSync(`/usr/lib/dovecot/${protocol}`),
  })),
  {
    name: 'pgbouncer',
    neededFor: 'reaching the database through a pooler',
    projects: [],
    isThere: () => poolerPath() !== null,
  },
  {
    name: 'curl',
    neededFor: 'running the commands of the guide to the API',
    projects: [],
    isThere: () => commandPath('curl') !== null,
  },
]

/** Where the programs of the newest supported PostgreSQL are, or null. */
export function postgresqlFolder(): string | null {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).map(Number) : []
  const usable = versions.filter((version) => version >= 15 && version <= 18).sort((a, b) => b - a)
  const folders = usable.map((version) => join(base, String(version), 'bin'))
  const onPath = commandPath('initdb')?.slice(0, -'/initdb'.length)
  return [...folders, onPath].find((folder) => folder && existsSync(join(folder, 'initdb'))) ?? null
}

export function chromiumPath(): string | null {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  return names.map(commandPath).find((path) => path !== null) ?? null
}

/** Where pgbouncer is: Debian keeps it where an ordinary user’s PATH does not look. */
export function poolerPath(): string | null {
  return commandPath('pgbouncer') ?? ['/usr/sbin/pgbouncer'].find((path) => existsSync(path)) ?? null
}

function knowsLetters(language: string): boolean {
  const base = '/usr/share/tesseract-ocr'
  const versions = existsSync(base) ? readdirSync(base) : []
  return versions.some((version) => existsSync(join(base, version, 'tessdata', `${language}.traineddata`)))
}

/** Names in ALLOW_MISSING: packages whose tests may be skipped on this machine. */
export function allowedMissing(environment: Record<string, string | undefined>): string[] {
  return (environment.ALLOW_MISSING ?? '').split(/[\s,]+/).filter((name) => name !== '')
}

/** Whether apt-get can install here: root on Debian or one of its children. */
export function canInstall(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  const release = readFileSync('/etc/os-release', 'utf8')
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release) && commandPath('apt-get') !== null
}

/** The path of a program that PATH finds, or null. */
export function commandPath(command: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return join(folder, command)
    } catch {}
  }
  return null
}
