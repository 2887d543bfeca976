import { chooseText } from '../../../../../platform/i18n/localized-text.ts'
import { withParameters } from '../../../../../platform/i18n/reader.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { SpamTrap } from '../../../../../ui/form/spam-trap.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import type { Network } from '../../../../networks/index.ts'
import { paths as eventPaths } from '../../../events/paths.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import { paths } from '../../paths.ts'
import type { Registration } from '../../registration.ts'
import type { Standing, Terms } from '../../terms.ts'
import { EntryFields } from '../../views/entry-fields.tsx'
import { TermsFacts } from '../../views/terms-facts.tsx'

interface FormPageProps {
  network: Network
  event: AgendaEvent
  terms: Terms
  standing: Standing
  /** Whether registration is for the reader. */
  isFor: boolean
  /** Of the account of whoever is signed in. */
  address?: string | undefined
  /** Where they stand already. */
  own: Registration | null
  /** How many places are left; infinitely many where nothing was said. */
  left: number
  shown: Shown
  begun: string
}

/** Where people register for an event. */
export function FormPage(props: FormPageProps) {
  const reader = useReader()
  const { network, event, terms, standing, own, left, isFor } = props
  const { t } = reader
  const isOpen = standing === 'open' && isFor && own === null
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        actions={
          props.address === undefined && isOpen ? (
            <a href={paths.renewal(reader, network.slug, event.slug)}>{t('agenda.registration.lost')}</a>
          ) : undefined
        }
      >
        {t('agenda.registration.title')}
      </PageHeading>
      <TermsFacts network={network} event={event} terms={terms} left={left} />
      {standing === 'open' && left <= 0 && own === null && isFor ? (
        <Notice>{t('agenda.registration.full')}</Notice>
      ) : null}
      {own ? (
        <Notice kind="done">
          <p>{t(`agenda.registration.yours.${own.state === 'placed' ? 'placed' : 'waiting'}`)}</p>
          <form method="post" action={`${bare(paths.form(reader, network.slug, event.slug))}/own`}>
            <button type="submit" class="button">
              {t('agenda.registration.openOwn')}
            </button>
          </form>
        </Notice>
      ) : null}
      {standing === 'open' ? null : <Notice>{t(`agenda.registration.standing.${standing}`)}</Notice>}
      {standing === 'open' && !isFor ? (
        <Notice>
          {t('agenda.registration.forMembers')}{' '}
          {reader.person ? null : (
            <a
              href={withParameters(`/${reader.interfaceLanguage}/sign-in`, {
                next: bare(paths.form(reader, network.slug, event.slug)),
              })}
            >
              {t('agenda.registration.signIn')}
            </a>
          )}
        </Notice>
      ) : null}
      {isOpen ? <EntryForm {...props} /> : null}
    </>
  )
}

function EntryForm({ network, event, terms, address, shown, begun }: FormPageProps) {
  const reader = useReader()
  const { t } = reader
  const use = chooseText(terms.dataUse, reader.language)
  return (
    <Form action={bare(paths.form(reader, network.slug, event.slug))} form={shown}>
      <FormErrors errors={sayErrors(reader, shown.errors).list} />
      <EntryFields
        network={network}
        event={event}
        terms={terms}
        shown={shown}
        {...(address === undefined ? {} : { address })}
      />
      {address === undefined ? <SpamTrap begun={begun} /> : null}
      <div class="form-note">
        {use ? <p {...languageAttributes(reader, use.language)}>{use.text}</p> : null}
        <p>{t('agenda.registration.kept', { months: terms.keptMonths })}</p>
      </div>
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('agenda.registration.register')}
        </button>
      </p>
    </Form>
  )
}

// What is sent is known on the network’s own day, whichever one is looked at.
const bare = (address: string) => address.split('?')[0] ?? address
