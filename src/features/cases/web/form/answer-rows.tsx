import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

/** Short questions with the same two to four answers, one a row; two columns where there is room. */
export const AnswerRows = <A extends string>({ rows, answers, onAnswer }: {
  rows: readonly { readonly key: string; readonly label: ComponentChildren; readonly value: A | undefined }[];
  answers: readonly { readonly value: A; readonly label: string }[];
  onAnswer: (key: string, answer: A) => void;
}) => {
  const id = useId();
  return (
    <ul class="answers">
      {rows.map(({ key, label, value }) => (
        <li key={key} id={`f-${key}`}>
          <span id={`${id}${key}`}>{label}</span>
          <div class="seg" role="radiogroup" aria-labelledby={`${id}${key}`}>
            {answers.map((answer) => (
              <label key={answer.value}>
                <input type="radio" name={`${id}${key}`} checked={value === answer.value} onChange={() => onAnswer(key, answer.value)} />
                <span>{answer.label}</span>
              </label>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
};
