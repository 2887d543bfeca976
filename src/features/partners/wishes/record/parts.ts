import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { aboutForm } from '../forms/about-form.tsx'
import { meansForm } from '../forms/means-form.tsx'
import { partnerForm } from '../forms/partner-form.tsx'
import { validityForm } from '../forms/validity-form.tsx'

/** The forms of a wish, in the order in which they are offered. */
export const wishParts: readonly RecordPart[] = [aboutForm, partnerForm, meansForm, validityForm]
