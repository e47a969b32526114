package io.agreements.keycloak.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.HexFormat;

/** What is hexadecimal elsewhere takes half the room as bytes. */
@Converter
public final class HexBytes implements AttributeConverter<String, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    @Override
    public String convertToEntityAttribute(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
