import type { media as en } from '../en/media.js';
import type { TranslationOf } from '../messages.js';

export const media: TranslationOf<typeof en> = {
  'refusal.file.unknown': '未找到该文件。',
  'refusal.file.missing': '请选择要上传的文件。',
  'refusal.file.too-large': '文件过大，最多可上传 {megabytes, number} MB。',
  'refusal.file.kind': '不支持该类文件。请上传 JPEG、PNG、WebP 图片或 PDF 文档。',
  'refusal.file.unreadable': '文件已损坏，无法读取。请重新保存后再试。',
  'refusal.file.too-many-pixels': '图片像素过多，请缩小后再传，最多 {megapixels, number} 百万像素。',
  'refusal.file.incomplete': '上传中断，请重试。',
  'refusal.file.too-many': '今天从这里上传的文件过多，请明天再试，或联系会务组。',
  'problem.file.unknown': '未找到该文件，请重新上传。',
  'problem.file.foreign': '该文件由他人上传，请自行上传。',
};
