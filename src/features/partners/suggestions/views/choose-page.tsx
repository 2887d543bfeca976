import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { FormValues } from '../../../../platform/input/form.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import {
  type Choices,
  kindName,
  OrganisationPicker,
  type OrganisationRecord,
} from '../../../directory/index.ts'
import { paths } from '../../paths.ts'

interface ChoosePageProps {
  network: string
  own: readonly OrganisationRecord[]
  values: FormValues
  choices: Choices
  isSent: boolean
  /** The reader looks after the network: there are the pairs that suit each other best. */
  isAdviser: boolean
}

/** For whom partners are to be suggested: one’s own authority first, or any other. */
export function ChoosePage({ network, own, values, choices, isSent, isAdviser }: ChoosePageProps) {
  const reader = useReader()
  const { t } = reader
  const picked = choices.get('authority') ?? { state: 'empty' }
  return (
    <>
      <PageHeading
        lead={t('partners.suggestion.description')}
        actions={
          isAdviser ? (
            <a class="button" href={paths.suggestions(reader, network, 'pairs')}>
              {t('partners.pairs.title')}
            </a>
          ) : undefined
        }
      >
        {t('partners.suggestion.title')}
      </PageHeading>
      {own.length > 0 ? (
        <Section id="own" title={t('partners.suggestion.yours')}>
          <EntryList
            entries={own.map((organisation) => ({
              key: organisation.id,
              title: chooseName({ ...organisation.name, ...organisation.shortName }, reader.language).text,
              href: paths.suggestions(reader, network, organisation.slug),
              meta: kindName(reader, organisation.kind),
            }))}
          />
        </Section>
      ) : null}
      <Form
        action={paths.suggestions(reader, network)}
        form={{ values, errors: [] }}
        submit={t('partners.suggestion.show')}
      >
        <OrganisationPicker
          name="authority"
          label={t('partners.suggestion.pick')}
          picked={picked}
          error={isSent && picked.state !== 'ask' ? t('partners.suggestion.missing') : undefined}
          required
        />
      </Form>
    </>
  )
}
