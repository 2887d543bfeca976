import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { plainText } from '../../../platform/i18n/localized-text.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { personalMark } from '../../../platform/records/fields/public-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { amendRecord } from '../../contributions/index.ts'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { loadNetworkRequest } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { maySpeakFor } from '../policy.ts'
import { practiceDocument } from '../sheets/fields.ts'
import { practiceRecord } from '../sheets/practice-record.ts'
import { practiceTitle } from '../sheets/practice-title.ts'
import { findPractice } from '../sheets/queries.ts'
import { decideProposal } from './commands.ts'
import { decisions, listMergeable, listToldEvidence } from './queries.ts'

const longestReason = 500

/** Where the holder of a sheet that was drafted from a text says what becomes of it. */
export function addProposalRoutes(app: FastifyInstance, application: Application): void {
  addNetworkForm(pagesOf(app, application, noStore), '/:language/:network/practices/:slug/proposal', {
    open,
    title: 'practices.proposal.decide',
    lead: 'practices.proposal.lead',
    submit: 'practices.proposal.save',
    width: 'reading',
    path: ({ practice }) => `/practices/${practice.slug}/proposal`,
    values: () => ({ is: '', into: '', reason: '' }),
    back: ({ reader, network, practice }) => ({
      href: paths.practice(reader, network.slug, practice.slug),
      label: practiceTitle(reader, practice),
    }),
    schema: () =>
      z.object({
        is: z.enum(decisions),
        into: z.string().default(''),
        reason: z.string().trim().max(longestReason).default(''),
      }),
    fields: ({ others }) => <DecisionFields others={others} />,
    save: async ({ writing, reader, network, practice, others }, { is, into, reason }) => {
      const target = others.find(({ slug }) => slug === into)
      const mark = personalMark(reason)
      if (is === 'merged' && !target) return [fieldError('into', 'practices.proposal.error.into')]
      if (is === 'refused' && reason === '') return [fieldError('reason', 'practices.proposal.error.reason')]
      if (mark) return [fieldError('reason', mark === 'mail' ? 'ui.form.mailInText' : 'ui.form.phoneInText')]
      const { id, slug, holder } = practice
      await inTransaction(writing, async (inside) => {
        const refusal = is === 'refused' ? reason : ''
        await decideProposal(inside, id, {
          is,
          into: is === 'merged' ? (target?.id ?? id) : id,
          reason: refusal,
        })
        await amendRecord(
          inside,
          {
            ...{ network, kind: practiceRecord, origin: 'edit' as const, language: reader.interfaceLanguage },
            head: { id, slug, title: plainText(practice.title), organisationIds: [holder.id] },
            organisationId: holder.id,
            reason: refusal || reader.t(`practices.proposal.is.${is}`),
          },
          (stored) => ({
            ...practiceDocument.parse(stored),
            publication: is === 'accepted' ? ('draft' as const) : ('withdrawn' as const),
          }),
        )
      })
      const kept = is === 'merged' && target ? target.slug : slug
      return paths.practice({ ...reader, now: null }, network.slug, kept)
    },
  })
}

/** Only those who speak for the holder decide, and only while nobody did. */
async function open(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  const practice = await findPractice(writing, network.id, parameterOf(visit.request.params, 'slug') ?? '')
  const organisationId = practice.holder.id
  const isTheirs = maySpeakFor(writing.actor, { networkId: network.id, organisationId })
  const told = await listToldEvidence(writing, { sheetId: practice.id })
  if (!isTheirs || practice.publication !== 'proposed' || told.length === 0) notFound('proposal')
  return { ...loaded, practice, others: await listMergeable(writing, practice) }
}

function DecisionFields({ others }: { others: Awaited<ReturnType<typeof open>>['others'] }) {
  const reader = useReader()
  const { t } = reader
  const options = decisions
    .filter((is) => is !== 'merged' || others.length > 0)
    .map((value) => ({ value, label: t(`practices.proposal.is.${value}`) }))
  return (
    <>
      <ChoiceField name="is" label={t('practices.proposal.decision')} options={options} required />
      {others.length === 0 ? null : (
        <ChoiceField
          name="into"
          label={t('practices.proposal.into')}
          options={others.map((other) => ({ value: other.slug, label: practiceTitle(reader, other) }))}
          isFolded
        />
      )}
      <TextAreaField
        name="reason"
        label={t('practices.proposal.reason')}
        hint={t('practices.proposal.reasonHint')}
        max={longestReason}
        rows={3}
      />
    </>
  )
}
