import type { Messages } from '../messages.js';

export const media = {
  'refusal.file.unknown': 'We could not find this file.',
  'refusal.file.missing': 'Please choose a file to upload.',
  'refusal.file.too-large': 'This file is too large. At most {megabytes, number} MB can be uploaded.',
  'refusal.file.kind': 'This kind of file cannot be taken. Please upload a JPEG, PNG or WebP picture, or a PDF document.',
  'refusal.file.unreadable': 'This file is damaged and cannot be read. Please save it again and retry.',
  'refusal.file.too-many-pixels': 'This picture has too many pixels. Please make it smaller: at most {megapixels, number} million.',
  'refusal.file.incomplete': 'The upload broke off. Please try again.',
  'refusal.file.too-many': 'Too many files have been uploaded from here today. Please try again tomorrow, or write to the conference office.',
  'problem.file.unknown': 'We could not find this file. Please upload it again.',
  'problem.file.foreign': 'This file was uploaded by someone else. Please upload it yourself.',
} as const satisfies Messages;
