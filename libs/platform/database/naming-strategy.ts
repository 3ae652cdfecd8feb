import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `ownerPostId` → `owner_post_id`; tables are named in full by their entity, constraints by their migration. */
export class SnakeNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes, customName ?? propertyName].map(toSnake).join('_');
  }

  override tableName(className: string, customName: string | undefined): string {
    return customName ?? toSnake(className.replace(/Entity$/, ''));
  }

  override primaryKeyName(table: string): string {
    return `pk_${bare(table)}`;
  }

  override uniqueConstraintName(table: string, columns: string[]): string {
    return `uq_${bare(table)}_${columns.join('_')}`;
  }

  override indexName(table: string, columns: string[]): string {
    return `ix_${bare(table)}_${columns.join('_')}`;
  }

  override foreignKeyName(table: string, columns: string[]): string {
    return `fk_${bare(table)}_${columns.join('_')}`;
  }
}

function toSnake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

function bare(table: string | { name: string }): string {
  const name = typeof table === 'string' ? table : table.name;
  return name.split('.').at(-1) ?? name;
}
