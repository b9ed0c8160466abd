export { rememberAuthor, rememberedAuthor } from '../../ui/author.ts';
