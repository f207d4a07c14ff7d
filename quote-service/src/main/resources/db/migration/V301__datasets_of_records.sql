-- Records that an intake brought for a table that was imported: of which data set they are, and under which licence.
create table dataset_record (
    record_id uuid not null primary key,
    dataset   text not null,
    licence   text
);
create index dataset_record_by_dataset on dataset_record (dataset, licence);
