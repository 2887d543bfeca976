import { type Command, CommandFailed, WrongUsage } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { isInterfaceLanguage } from '../../platform/i18n/languages.ts'
import { dnsRecordOf, loadDkimKey } from '../../platform/mail/dkim-key.ts'
import { readMailAddress } from '../../platform/mail/mail-address.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'

export const outboxCommands: Command[] = [
  {
    name: 'mail test',
    usage: 'mail test ADDRESS [--language fr|ko|en]',
    summary: 'write a mail that shows whether mail arrives, and how',
    options: { language: 'text' },
    words: [1, 1],
    run: async ({ words: [address = ''], options, application, terminal }) => {
      if (readMailAddress(address) === null) throw new WrongUsage(`"${address}" is no mail address`)
      const language = options.language ?? 'en'
      if (typeof language !== 'string' || !isInterfaceLanguage(language))
        throw new WrongUsage('--language takes fr, ko or en')
      const { settings, translate } = application
      const t = translate(language)
      const id = await sendMail(operatorContext(application), {
        to: { address },
        language,
        networkId: null,
        kind: 'outbox.test',
        isSecret: false,
        subject: t('outbox.test.subject'),
        body: [
          { kind: 'paragraph', text: t('outbox.test.text') },
          { kind: 'action', label: t('outbox.test.open'), address: settings.baseUrl },
        ],
      })
      terminal.out(`${id}\n`)
      terminal.say(
        settings.smtpUrl === null
          ? 'Written into the outbox, where it stays: SMTP_URL is not set'
          : 'Written into the outbox; a running server sends it within seconds. "entente doctor" says what came of it',
      )
    },
  },
  {
    name: 'mail key',
    usage: 'mail key',
    summary: 'say what the DNS must hold for the key with which mails are signed',
    words: [0, 0],
    run: async ({ application, terminal }) => {
      const key = loadDkimKey(application.settings)
      if (key === null)
        throw new CommandFailed(
          'DKIM_KEY is not set: "openssl genrsa -out dkim.pem 2048" makes a key, and DKIM_KEY=/PATH/dkim.pem names it',
        )
      const { name, text } = dnsRecordOf(key)
      // A string of the DNS holds 255 characters.
      const strings = text.match(/.{1,250}/g) ?? []
      terminal.out(`${name}. TXT ${strings.map((each) => `"${each}"`).join(' ')}\n`)
    },
  },
]
