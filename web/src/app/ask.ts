/** A recorded question, asked in place of the one on screen. */
import type { Question } from '@msp-impact/contract';
import { clearQuestion, without } from '../url/actions.ts';
import { viewOfQuestion } from '../url/question.ts';
import type { View } from '../url/view.ts';

/** `question` comes from a sample's file: the server has checked it, the type does not say so. */
export function ask(view: View, question: unknown): View {
  return {
    ...without(clearQuestion(view), 'select', 'link', 'around', 'path'),
    ...viewOfQuestion(question as Question),
  };
}
