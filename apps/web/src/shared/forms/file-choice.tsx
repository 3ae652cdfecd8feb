import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';

interface FileChoiceProps {
  label: string;
  /** As of an input: extensions and media types. */
  accept: string;
  pending: boolean;
  onChoose: (file: File | undefined) => void;
}

/** A button that asks for a file, with the name of the one chosen; the same file can be chosen again after it was changed. */
export function FileChoice({ label, accept, pending, onChoose }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  return (
    <Group gap={8}>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="fd-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          setName(chosen?.name ?? '');
          onChoose(chosen);
          event.currentTarget.value = '';
        }}
      />
      <Button variant="default" loading={pending} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span>{name}</span>
    </Group>
  );
}

/** The bytes of a file as base64: the server reads them, so that another encoding is seen and never guessed. */
export async function bytesOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return window.btoa(text);
}
