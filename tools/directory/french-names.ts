/**
 * Names that texts of this field use for towns whose source has no such name, or which are smaller than those
 * that are taken: country, name in the source, names in French.
 */
export const frenchNames: readonly (readonly [country: string, name: string, ...french: string[]])[] = [
  ['AM', 'Meghri', 'Meghri'],
  ['AM', 'Vagharshapat', 'Etchmiadzine', 'Etchmiadzin'],
  ['HT', 'Delmas 73', 'Delmas'],
  ['HT', 'Limonade', 'Limonade'],
  ['IT', 'Venice', 'Venise'],
  ['LB', 'Bent Jbaïl', 'Bint Jbeil', 'Bent Jbeil'],
  ['LB', 'Hâsbaïya', 'Hasbaya'],
  ['LB', 'Nabatîyé et Tahta', 'Nabatieh', 'Nabatiyé'],
  ['LB', 'Râchaïya el Ouadi', 'Rachaya'],
  ['MA', 'Azilal', 'Azilal'],
  ['MG', 'Hell-Ville', 'Nosy Be'],
  ['MR', 'Chingueṭṭi', 'Chinguetti'],
  ['PS', 'Abū Dīs', 'Abou Dis'],
  ['PS', 'Al Bīrah', 'Al-Bireh', 'El-Bireh'],
  ['PS', 'Bayt Sāḩūr', 'Beit Sahour'],
  ['PS', 'Qalqīlyah', 'Qalqilya', 'Qalqilia'],
  ['PS', 'Ḩalḩūl', 'Halhoul'],
  ['SN', 'Joal-Fadiout', 'Joal-Fadiouth'],
]
