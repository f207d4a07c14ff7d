package org.parole.kit.parquet;

import java.util.ArrayList;
import java.util.List;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.UUIDType;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** A schema as the end of a file describes it: its groups and columns in the order in which they are met. */
final class FileSchema {

    private FileSchema() {
    }

    static List<SchemaElement> of(MessageType schema) {
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(new SchemaElement(schema.getName()).setNum_children(schema.getFieldCount()));
        schema.getFields().forEach(field -> add(field, elements));
        return elements;
    }

    private static void add(Type type, List<SchemaElement> elements) {
        SchemaElement element = new SchemaElement(type.getName())
                .setRepetition_type(FieldRepetitionType.valueOf(type.getRepetition().name()));
        elements.add(element);
        annotate(element, type.getLogicalTypeAnnotation());
        if (type instanceof PrimitiveType primitive) {
            element.setType(typeOf(primitive));
            if (primitive.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
                element.setType_length(primitive.getTypeLength());
            }
            return;
        }
        GroupType group = type.asGroupType();
        element.setNum_children(group.getFieldCount());
        group.getFields().forEach(field -> add(field, elements));
    }

    /** The type of a column's values. */
    static org.apache.parquet.format.Type typeOf(PrimitiveType primitive) {
        return primitive.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                ? org.apache.parquet.format.Type.BYTE_ARRAY
                : org.apache.parquet.format.Type.valueOf(primitive.getPrimitiveTypeName().name());
    }

    /** In the terms of now and, where there are some, in those that older readers know. */
    private static void annotate(SchemaElement element, LogicalTypeAnnotation logical) {
        if (logical == null) {
            return;
        }
        if (logical.equals(LogicalTypeAnnotation.stringType())) {
            element.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
        } else if (logical.equals(LogicalTypeAnnotation.listType())) {
            element.setConverted_type(ConvertedType.LIST).setLogicalType(LogicalType.LIST(new ListType()));
        } else if (logical.equals(LogicalTypeAnnotation.dateType())) {
            element.setConverted_type(ConvertedType.DATE).setLogicalType(LogicalType.DATE(new DateType()));
        } else if (logical.equals(LogicalTypeAnnotation.uuidType())) {
            element.setLogicalType(LogicalType.UUID(new UUIDType()));
        } else if (logical instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.TIMESTAMP_MICROS).setLogicalType(
                    LogicalType.TIMESTAMP(new TimestampType(true, TimeUnit.MICROS(new MicroSeconds()))));
        } else {
            throw new IllegalStateException("No column is of this type: " + logical);
        }
    }
}
