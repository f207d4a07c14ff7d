create table note (
    id       uuid primary key,
    words    text not null,
    revision int  not null
);
