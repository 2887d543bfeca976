import type { RecordLink } from '../../../platform/records/record-link.ts'
import { paths } from './paths.ts'

/** From a tie to what each of its sides has done for the other. */
export const reciprocityLink: RecordLink = async ({ reader, network, kind, record }) =>
  kind === 'cooperation'
    ? { href: paths.ofTie(reader, network.slug, record.slug), label: reader.t('partners.reciprocity.link') }
    : null
