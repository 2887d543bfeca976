import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { SpamTrap } from '../../../../../ui/form/spam-trap.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import type { Choices } from '../../../../directory/index.ts'
import { OrganisationChoice } from '../../../../directory/picking/index.ts'
import { paths as wishPaths } from '../../../wishes/paths.ts'
import { longestMessage } from '../../schema.ts'
import { WritingLanguage } from '../../talks/views/message-form.tsx'
import type { InterestRequest } from '../routes.tsx'

interface InterestPageProps extends InterestRequest {
  shown: Shown
  choices: Choices
  /** Whoever has none says who they are, and confirms it from a mail. */
  hasAccount: boolean
  begun: string
}

/** Where an authority says that it is interested, in its own language. */
export function InterestPage({ network, wish, shown, choices, hasAccount, begun }: InterestPageProps) {
  const reader = useReader()
  const { t } = reader
  const said = sayErrors(reader, shown.errors)
  const action = wishPaths.interest(reader, network.slug, wish.slug).split('?')[0]
  return (
    <>
      <PageHeading
        kicker={
          <a href={wishPaths.wish(reader, network.slug, wish.slug)}>
            <Passage text={wish.title} as="span" tags={false} />
          </a>
        }
        lead={t(
          hasAccount ? 'partners.introduction.interest.lead' : 'partners.introduction.interest.leadStranger',
        )}
      >
        {t('partners.introduction.interest.title')}
      </PageHeading>
      <Form action={action} form={shown}>
        <FormErrors errors={said.list} />
        <OrganisationChoice
          call={{ reader, network, form: null }}
          choices={choices}
          name="authority"
          label={t('partners.introduction.interest.authority')}
          hint={t('partners.introduction.interest.authorityHint')}
          required
        />
        <TextAreaField
          name="text"
          label={t('partners.introduction.interest.text')}
          hint={t('partners.introduction.interest.textHint')}
          max={longestMessage}
          rows={6}
          required
        />
        <WritingLanguage languages={network.languages} shown={shown} />
        {hasAccount ? null : (
          <Section id="sender" title={t('partners.introduction.interest.sender')}>
            <Field
              name="sender"
              label={t('partners.introduction.interest.name')}
              hint={t('partners.introduction.interest.nameHint')}
              error={said.byField.sender}
              autocomplete="name"
              required
            />
            <Field
              name="address"
              type="email"
              label={t('partners.introduction.interest.address')}
              hint={t('partners.introduction.interest.addressHint')}
              error={said.byField.address}
              autocomplete="email"
              required
            />
            <SpamTrap begun={begun} />
          </Section>
        )}
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.introduction.interest.send')}
          </button>
        </p>
        <p class="form-note">
          {t(
            hasAccount
              ? 'partners.introduction.interest.note'
              : 'partners.introduction.interest.noteStranger',
          )}
        </p>
      </Form>
    </>
  )
}
